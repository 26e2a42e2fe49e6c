package de.buergerkiosk.main;

/** Another kiosk works on this kiosk's data; to wait for it would only hide a wrong setting. */
public final class DataInUse extends OutOfService {
    private static final long serialVersionUID = 1;

    DataInUse(String message, Throwable cause) {
        super("STO-IN-USE", message, cause);
    }
}
