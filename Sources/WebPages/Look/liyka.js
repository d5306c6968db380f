'use strict';
/* Everything works without this file; it makes pages livelier: charts that answer the pointer, menus that close, print. */
(() => {
  const charts = new Map();
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const font = () => getComputedStyle(document.body).fontFamily;
  const quick = () => matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
  const words = (size = 12) => ({ color: token('ink2'), fontFamily: font(), fontSize: size });

  /* Moves labels apart that would stand on one another. */
  const spread = (places, gap, low, high) => {
    const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
    for (let turn = 0; turn < 20; turn++) {
      for (let k = 1; k < order.length; k++) {
        const above = order[k - 1], below = order[k], short = gap - (places[below] - places[above]);
        if (short > 0) { places[above] -= short / 2; places[below] += short / 2; }
      }
      for (const i of order) places[i] = Math.min(Math.max(places[i], low), high);
    }
    return places;
  };

  const tooltip = (text) => ({
    trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: token('paper'), borderColor: token('line2'),
    textStyle: { ...words(), color: token('ink'), lineHeight: 18 }, padding: [8, 10], transitionDuration: 0,
    axisPointer: { type: 'line', lineStyle: { color: token('ink3'), type: 'solid' } },
    formatter: (items) => text(items[0] ? items[0].dataIndex : 0),
  });

  /* The stripes of what is lost or late, or not entered yet. */
  const hatch = (line = 'lost', ground = 'lost-wash') => {
    const tile = document.createElement('canvas'), pen = tile.getContext('2d');
    tile.width = tile.height = 8;
    pen.fillStyle = token(ground);
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = token(line);
    pen.lineWidth = 2.4;
    for (const at of [-8, 0, 8]) { pen.beginPath(); pen.moveTo(at - 1, -1); pen.lineTo(at + 9, 9); pen.stroke(); }
    return tile;
  };

  const valueAxis = (data) => ({
    type: 'value', min: data.axis.low, max: data.axis.high, interval: data.axis.step,
    axisLabel: { ...words(), color: token('ink3'), formatter: (value) => data.ticks[Math.round((value - data.axis.low) / data.axis.step)] ?? '' },
    splitLine: { lineStyle: { color: token('line') } }, axisLine: { show: false }, axisTick: { show: false },
  });

  /* Two slanted strokes across a bar that begins left of its picture; a line with ends where chance may move a bar's end. */
  const stroke = (x1, y1, x2, y2, colour, lineWidth) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: token(colour), lineWidth } });
  const cutMark = (row, low, height) => row.cut ? [10, 15].map((by) => stroke(low[0] + by + 3, low[1] - height / 2 - 1, low[0] + by - 3, low[1] + height / 2 + 1, 'paper', 2.4)) : [];
  const whisker = (row, api) => {
    if (row.range.length < 2) return [];
    const [from, to] = row.range.map((value) => api.coord([value, api.value(2)]));
    return [stroke(from[0], from[1], to[0], to[1], 'ink2', 1.4), ...[from, to].map((end) => stroke(end[0], end[1] - 4, end[0], end[1] + 4, 'ink2', 1.4))];
  };

  /* Words beside the line of today. */
  const today = (data, chart, narrow) => {
    const x = chart.convertToPixel({ xAxisIndex: 0 }, data.today), late = data.today * 5 > data.days * 3;
    const style = { text: narrow ? data.todayBrief : data.todayWords, fill: token('ink3'), font: `12px ${font()}`, align: late ? 'right' : 'left' };
    return { type: 'text', z: 100, x: x + (late ? -6 : 6), y: 14, silent: true, style };
  };

  /* Words at the right end of lines, kept apart. */
  const ends = (data, chart, right, narrow) => {
    const low = chart.convertToPixel({ yAxisIndex: 0 }, data.axis.low), high = chart.convertToPixel({ yAxisIndex: 0 }, data.axis.high);
    const places = spread(data.ends.map((end) => chart.convertToPixel({ yAxisIndex: 0 }, end.value)), 16, high + 4, low - 4);
    const colours = { 't-strong': 'ink', 't-accent': 'accent', 't-won': 'won', 't-lost': 'lost', 't-note': 'ink3' };
    return data.ends.map((end, i) => ({
      type: 'text', z: 100, left: chart.getWidth() - right + 8, top: places[i] - 7, silent: true,
      style: { text: narrow && end.brief ? end.brief : end.words, fill: token(colours[end.style] || 'ink2'), font: `${/strong|accent|won/.test(end.style) ? 650 : 400} 12px ${font()}` },
    }));
  };

  const makers = {
    fan(data, narrow) {
      const places = [...Array(data.days + 1).keys()];
      const from = data.from ?? data.days;
      const ahead = (line) => places.map((place) => place >= from && line.length > 1 ? line[place - from] : null);
      const over = (high, low) => ahead(high).map((value, i) => value === null ? null : value - ahead(low)[i]);
      const dates = new Map(data.dates);
      const plain = { type: 'line', symbol: 'none', animationDuration: quick(), silent: true };
      const clear = { lineStyle: { opacity: 0 } };
      const right = narrow ? 82 : 116;
      const layers = [
        { ...plain, ...clear, stack: '80', data: ahead(data.p10) },
        { ...plain, ...clear, stack: '80', data: over(data.p90, data.p10), areaStyle: { color: token('band80'), opacity: 1 } },
        { ...plain, ...clear, stack: '50', data: ahead(data.p25) },
        { ...plain, ...clear, stack: '50', data: over(data.p75, data.p25), areaStyle: { color: token('band50'), opacity: 1 } },
        { ...plain, data: places.map((place) => data.pace[place] ?? null), lineStyle: { color: token('plan'), width: 1.4, type: [5, 4] } },
        { ...plain, data: ahead(data.mean), lineStyle: { color: token('accent'), width: 2 } },
        { ...plain, z: 4, data: places.map((place) => data.won[place] ?? null), lineStyle: { color: token('won'), width: 2.5, join: 'round' },
          markArea: { silent: true, itemStyle: { color: token('rest') }, data: data.rests.map(([a, b]) => [{ xAxis: a }, { xAxis: b }]) },
          markLine: data.today === null ? undefined : { silent: true, symbol: 'none', lineStyle: { color: token('ink3'), type: 'solid', width: 1 },
            label: { show: false }, data: [{ xAxis: from }] },
          markPoint: data.today === null ? undefined : { silent: true, symbol: 'circle', symbolSize: 8, itemStyle: { color: token('won'), borderColor: token('paper'), borderWidth: 1.5 },
            label: { formatter: data.wonWords, offset: [20, 14], ...words(), color: token('won'), fontWeight: 650 }, data: [{ coord: [from, data.won[data.won.length - 1]] }] } },
      ];
      return { right, option: {
        grid: { left: 36, right, top: 12, bottom: 24 }, tooltip: tooltip((i) => data.tips[i]),
        xAxis: { type: 'category', boundaryGap: false, data: places, axisTick: { show: false }, axisLine: { lineStyle: { color: token('line2') } }, splitLine: { show: false },
          axisLabel: { ...words(), color: token('ink3'), interval: (i) => dates.has(i), formatter: (i) => dates.get(Number(i)) ?? '', hideOverlap: false, showMaxLabel: true } },
        yAxis: valueAxis(data), series: layers } };
    },

    bands(data, narrow) {
      const every = data.rows.length > (narrow ? 6 : 14) ? 2 : 1;
      const outside = (row) => row.actual < row.low || row.actual > row.high;
      return { right: 12, option: {
        grid: { left: 36, right: 12, top: 10, bottom: 42 }, tooltip: { ...tooltip((i) => data.rows[i].tip), axisPointer: { type: 'shadow', shadowStyle: { color: token('wash2'), opacity: .5 } } },
        xAxis: { type: 'category', data: data.rows.map((row) => row.label), axisTick: { show: false }, axisLine: { lineStyle: { color: token('line2') } },
          axisLabel: { ...words(), interval: (i) => i % every === 0, lineHeight: 16, formatter: (label, i) => `{m|${label}}\n{${outside(data.rows[i]) ? 's' : 'd'}|${data.rows[i].miss}}`,
            rich: { m: words(), d: { ...words(), color: token('ink3') }, s: { ...words(), color: token('signal'), fontWeight: 650 } } } },
        yAxis: valueAxis(data),
        series: [
          { type: 'custom', silent: true, animationDuration: quick(), data: data.rows.map((row, i) => [i, row.low, row.high, row.forecast]), encode: { x: 0, y: [1, 2] },
            renderItem: (_, api) => {
              const top = api.coord([api.value(0), api.value(2)]), low = api.coord([api.value(0), api.value(1)]), at = api.coord([api.value(0), api.value(3)]);
              const width = Math.min(28, api.size([1, 0])[0] * .5);
              return { type: 'group', children: [
                { type: 'rect', shape: { x: top[0] - width / 2, y: top[1], width, height: Math.max(1, low[1] - top[1]), r: 2 }, style: { fill: token('band50') } },
                { type: 'rect', shape: { x: at[0] - width / 2, y: at[1] - 1.25, width, height: 2.5 }, style: { fill: token('accent') } }] };
            } },
          { type: 'scatter', symbolSize: 9, z: 3, animationDuration: quick(), data: data.rows.map((row) => ({ value: row.actual,
            itemStyle: outside(row) ? { color: token('paper'), borderColor: token('signal'), borderWidth: 2.2 } : { color: token('won'), borderColor: token('paper'), borderWidth: 1.5 } })) },
        ] } };
    },

    /* What is fresh and what stands too long, in the middle of one another; a stage leads to its deals. */
    funnel(data, narrow) {
      const rows = data.rows, largest = Math.max(1, ...rows.map((row) => row.fresh + row.late));
      const part = (value, style) => ({ type: 'bar', stack: 'all', barWidth: '72%', animationDuration: quick(), data: rows.map(value), itemStyle: style, emphasis: { disabled: true } });
      const bar = (row) => row.problem ? 'problem' : 'plain';
      const rich = { problem: { ...words(), color: token('signal'), fontWeight: 650 }, plain: words() };
      const label = (i, text) => `{${bar(rows[i])}|${(rows[i].problem ? '▲ ' : '') + text}}`;
      return { height: 28 + rows.length * 44, go: (i) => rows[i] && rows[i].href, option: {
        grid: { left: narrow ? 116 : 150, right: narrow ? 78 : 120, top: 4, bottom: 4 }, tooltip: { ...tooltip((i) => rows[i].tip), axisPointer: { type: 'shadow', shadowStyle: { color: token('wash2'), opacity: .5 } } },
        xAxis: { type: 'value', min: 0, max: largest, show: false },
        yAxis: [
          { type: 'category', inverse: true, position: 'left', data: rows.map((row) => row.name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { margin: narrow ? 116 : 150, align: 'left', width: narrow ? 112 : 144, overflow: 'truncate', interval: 0, formatter: (name, i) => label(i, name), rich } },
          { type: 'category', inverse: true, position: 'right', data: rows.map((row) => row.words), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { margin: narrow ? 78 : 120, align: 'right', interval: 0, ...words(), color: token('ink'), fontWeight: 650 } },
        ],
        series: [
          { ...part((row) => (largest - row.fresh - row.late) / 2, { color: 'transparent' }), silent: true },
          part((row) => row.fresh, { color: token('open') }),
          part((row) => row.late, { color: { image: hatch(), repeat: 'repeat' } }),
          { type: 'bar', yAxisIndex: 1, data: [], silent: true },
        ],
      } };
    },
    waterfall(data, narrow) {
      const counted = data.rows.some((row) => row.deals);
      const left = narrow ? 128 : counted ? 252 : 196, right = 72;
      const label = narrow ? { width: left - 10, overflow: 'break', lineHeight: 13, fontSize: 11 } : { width: left - 10, overflow: 'truncate' };
      const deals = { color: token('ink3'), fontFamily: font(), fontSize: 11, width: 92, align: 'right' };
      const named = (name, i) => { const said = data.rows[i].deals; return !said ? name : narrow ? `${name}\n${said}` : `${name}{deals|${said}}`; };
      const fill = (colour) => colour === 'lost' ? { image: hatch(), repeat: 'repeat' } : colour === 'new-hatch' ? { image: hatch('new-hatch', 'new'), repeat: 'repeat' } : token(colour);
      return { right, height: counted ? data.rows.length * (narrow ? 36 : 26) + 30 : undefined, option: {
        grid: { left, right, top: 6, bottom: 24 }, tooltip: { ...tooltip((i) => data.rows[i].tip), axisPointer: { type: 'shadow', shadowStyle: { color: token('wash2'), opacity: .5 } } },
        xAxis: { ...valueAxis(data), splitNumber: 4, axisLabel: { ...valueAxis(data).axisLabel, hideOverlap: true } },
        yAxis: { type: 'category', inverse: true, data: data.rows.map((row) => row.name), axisTick: { show: false }, axisLine: { lineStyle: { color: token('line2') } }, axisLabel: { ...words(), ...label, interval: 0, formatter: named, ...(narrow ? {} : { rich: { deals } }) } },
        series: [{ type: 'custom', silent: true, animationDuration: quick(), data: data.rows.map((row, i) => [row.low, row.high, i]), encode: { x: [0, 1], y: 2 },
          renderItem: (_, api) => {
            const row = data.rows[api.value(2)], low = api.coord([api.value(0), api.value(2)]), high = api.coord([api.value(1), api.value(2)]);
            const height = Math.min(18, api.size([0, 1])[1] * .66), loss = row.colour === 'lost';
            const ends = row.range.map((value) => api.coord([value, api.value(2)])[0]);
            return { type: 'group', children: [
              { type: 'rect', shape: { x: low[0], y: low[1] - height / 2, width: Math.max(1, high[0] - low[0]), height }, style: { fill: fill(row.colour) } },
              ...cutMark(row, low, height), ...whisker(row, api),
              { type: 'text', style: { text: row.words, x: Math.max(high[0], ...ends) + 6, y: low[1], verticalAlign: 'middle', fill: token(loss ? 'lost' : 'ink2'), font: `12px ${font()}` } }] };
          } }],
      } };
    },

    horizons(data, narrow) {
      const right = narrow ? 110 : 128;
      const styles = { model: ['accent', 2.2, 'solid'], statistical: ['slate', 1.5, 'solid'], naive: ['slate', 1.5, [2, 3]], template: ['lost', 1.5, [5, 4]], ceiling: ['plan', 1.4, [5, 4]] };
      return { right, option: {
        grid: { left: 36, right, top: 12, bottom: 24 }, tooltip: tooltip((i) => data.tips[i]),
        xAxis: { type: 'category', boundaryGap: false, data: data.places, axisTick: { show: false }, axisLine: { lineStyle: { color: token('line2') } }, axisLabel: { ...words(), color: token('ink3'), interval: 0, alignMinLabel: 'left', alignMaxLabel: 'center' } },
        yAxis: valueAxis(data),
        series: data.lines.map((line) => { const [colour, width, type] = styles[line.style] || styles.naive;
          return { type: 'line', symbol: line.style === 'model' ? 'circle' : 'none', symbolSize: 7, data: line.values, animationDuration: quick(), lineStyle: { color: token(colour), width, type }, itemStyle: { color: token(colour) }, silent: true }; }),
      } };
    },
  };

  const draw = (figure) => {
    const source = figure.querySelector('script[type="application/json"]'), place = figure.querySelector('.canvas');
    if (!source || !place || !window.echarts) return;
    const data = JSON.parse(source.textContent), make = makers[data.kind];
    if (!make) return;
    const drawn = [...figure.querySelectorAll(':scope > svg')].find((svg) => svg.getBoundingClientRect().height > 0);
    const height = charts.has(figure) ? charts.get(figure).height : drawn ? drawn.getBoundingClientRect().height : 280;
    const label = drawn ? drawn.getAttribute('aria-label') : '';
    if (charts.has(figure)) charts.get(figure).chart.dispose();
    figure.classList.add('drawn');
    place.setAttribute('role', 'img');
    if (label) place.setAttribute('aria-label', label);
    const chart = echarts.init(place, null, { height: Math.min(Math.max(height, 220), 380) });
    const narrow = figure.clientWidth < 520, { option, right, height: own, go } = make(data, narrow);
    if (own) chart.resize({ height: own });
    if (go) chart.on('click', (event) => { const href = go(event.dataIndex); if (href) location.assign(href); });
    chart.setOption({ animation: quick() > 0, ...option });
    const graphic = data.ends ? ends(data, chart, right, narrow) : [];
    if (typeof data.today === 'number') graphic.push(today(data, chart, narrow));
    if (graphic.length) chart.setOption({ graphic });
    charts.set(figure, { chart, height });
    figure.dataset.drawn = 'yes';
  };

  const drawAll = () => document.querySelectorAll('figure.chart').forEach(draw);
  let waiting = 0;
  const drawSoon = () => { clearTimeout(waiting); waiting = setTimeout(drawAll, 80); };

  /* The strip follows the books: asked for again while somebody looks. */
  const follow = (strip) => {
    let last = '';
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(strip.dataset.live, { headers: { accept: 'text/html' } });
        if (!answer.ok || answer.redirected) return;
        const text = await answer.text();
        if (text !== last) { strip.innerHTML = text; last = text; }
      } catch { /* the next turn asks again */ }
    };
    setInterval(ask, 20000);
    document.addEventListener('visibilitychange', ask);
  };

  /* Departments of a tree fold; what is folded stays so while the window is open, and a long tree begins folded. */
  const fold = (table) => {
    const rows = [...table.tBodies[0].rows], depth = (row) => Number(row.dataset.depth), name = (row) => row.cells[0].textContent.trim();
    const parts = rows.filter((row, i) => i > 0 && rows[i + 1] && depth(rows[i + 1]) > depth(row));
    const key = 'folded ' + location.pathname, kept = sessionStorage.getItem(key);
    const folded = new Set(kept ? JSON.parse(kept) : rows.length > 40 ? parts.map(name) : []);
    const show = () => {
      let below = Infinity;
      for (const row of rows) {
        if (depth(row) <= below) below = Infinity;
        row.hidden = depth(row) > below;
        if (below === Infinity && parts.includes(row) && folded.has(name(row))) below = depth(row);
      }
    };
    for (const row of parts) {
      const whose = name(row), button = document.createElement('button');
      button.type = 'button';
      button.className = 'twist';
      button.setAttribute('aria-label', whose);
      button.setAttribute('aria-expanded', String(!folded.has(whose)));
      button.addEventListener('click', () => {
        if (!folded.delete(whose)) folded.add(whose);
        button.setAttribute('aria-expanded', String(!folded.has(whose)));
        sessionStorage.setItem(key, JSON.stringify([...folded]));
        show();
      });
      row.cells[0].prepend(button);
    }
    show();
  };

  addEventListener('DOMContentLoaded', () => {
    drawAll();
    document.querySelectorAll('table[data-fold]').forEach(fold);
    document.querySelectorAll('.strip[data-live]').forEach(follow);
    let width = innerWidth;
    addEventListener('resize', () => { if (innerWidth !== width) { width = innerWidth; drawSoon(); } });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawSoon);
    const deeds = { print: () => print(), back: () => history.back() };
    document.querySelectorAll('[data-do]').forEach((button) => {
      button.hidden = button.dataset.do === 'back' && history.length < 2;
      button.addEventListener('click', deeds[button.dataset.do]);
    });
    document.addEventListener('click', (event) => {
      document.querySelectorAll('details.menu[open]').forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      document.querySelectorAll('details.menu[open]').forEach((menu) => { menu.open = false; menu.querySelector('summary').focus(); });
    });
  });
})();
