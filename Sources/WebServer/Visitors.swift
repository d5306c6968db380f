internal import NIOCore
internal import Synchronization

/// Whose connections are open: who has closed theirs waits for no answer any more.
final class Visitors: Sendable {
    private let present = Mutex<Set<ObjectIdentifier>>([])

    func has(_ channel: any Channel) -> Bool { present.withLock { $0.contains(ObjectIdentifier(channel)) } }

    /// Watches one connection.
    func usher() -> Usher { Usher(self) }

    final class Usher: ChannelInboundHandler, RemovableChannelHandler {
        typealias InboundIn = Any
        private let visitors: Visitors

        init(_ visitors: Visitors) { self.visitors = visitors }

        func handlerAdded(context: ChannelHandlerContext) { visitors.note(context.channel, isHere: true) }
        func handlerRemoved(context: ChannelHandlerContext) { visitors.note(context.channel, isHere: false) }

        func channelInactive(context: ChannelHandlerContext) {
            visitors.note(context.channel, isHere: false)
            context.fireChannelInactive()
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if let event = event as? ChannelEvent, event == .inputClosed {
                visitors.note(context.channel, isHere: false)
            }
            context.fireUserInboundEventTriggered(event)
        }
    }

    private func note(_ channel: any Channel, isHere: Bool) {
        present.withLock { present in
            if isHere {
                present.insert(ObjectIdentifier(channel))
            } else {
                present.remove(ObjectIdentifier(channel))
            }
        }
    }
}
