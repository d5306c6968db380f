import Actions

extension ProgressBar {
    func show(_ progress: ImportProgress) {
        guard let total = progress.total else { return }
        show(progress.file, done: Int64(progress.read), of: Int64(total))
    }
}
