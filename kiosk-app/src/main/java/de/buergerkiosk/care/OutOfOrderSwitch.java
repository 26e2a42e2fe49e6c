package de.buergerkiosk.care;

import de.buergerkiosk.page.Page;
import java.util.List;

/** Takes the kiosk out of service, and puts it back. */
final class OutOfOrderSwitch implements Task {
    private final OutOfOrder outOfOrder;

    OutOfOrderSwitch(OutOfOrder outOfOrder) {
        this.outOfOrder = outOfOrder;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        var page = page(session);
        return switch (session.ask(page)) {
            case Session.Pressed.Out(var next) -> next;
            case Session.Pressed.Button(var id) -> {
                if (id.equals("begin")) {
                    outOfOrder.begin(session.staff().code());
                    session.note(CareEvent.OUT_OF_ORDER, "");
                } else {
                    outOfOrder.end();
                    session.note(CareEvent.IN_SERVICE, "");
                }
                yield Next.MENU;
            }
        };
    }

    private Page.Notice page(Session session) {
        return outOfOrder
                .by()
                .map(by ->
                        new Page.Notice(
                                "care-order-on",
                                Page.Mood.WARNING,
                                session.say("care.order.on"),
                                List.of(
                                        new Page.Paragraph(session.say("care.order.by", by)),
                                        new Page.Paragraph(session.say("care.order.look"))),
                                List.of(
                                        new Page.Button(
                                                "end", session.say("care.order.end"), true)),
                                Session.WAYS))
                .orElseGet(() ->
                        new Page.Notice(
                                "care-order-off",
                                Page.Mood.INFO,
                                session.say("care.order.off"),
                                List.of(new Page.Paragraph(session.say("care.order.what"))),
                                List.of(
                                        new Page.Button(
                                                "begin", session.say("care.order.begin"), true)),
                                Session.WAYS));
    }
}
