package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.payment.PaymentTerminalContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

class ZvtTerminalKeepsTheContractTest extends PaymentTerminalContract {
    @Override
    protected Bench bench(PaymentJournal journal) {
        Till till = Till.with(TerminalFault.NONE);
        var driver =
                new ZvtTerminal(
                        till.settings(),
                        journal,
                        InstantSource.system(),
                        de.buergerkiosk.ports.WireTrace.NONE);
        return new Bench() {
            @Override
            public PaymentTerminal terminal() {
                return driver;
            }

            @Override
            public void cardIsGood() {
                till.simulated.fault(TerminalFault.NONE);
            }

            @Override
            public void bankRefuses() {
                till.simulated.fault(TerminalFault.DECLINED);
            }

            @Override
            public void nobodyComes() {
                till.simulated.act(new CardholderAction.Auto(false));
            }

            @Override
            public void terminalFallsMute() {
                till.simulated.act(new CardholderAction.Mute(true));
            }

            @Override
            public Duration muteNoticedWithin() {
                return Duration.ofSeconds(30);
            }

            @Override
            public List<Long> booked() {
                return till.booked();
            }

            @Override
            public void close() {
                till.close();
            }
        };
    }
}
