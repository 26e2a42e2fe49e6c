package de.buergerkiosk.bench;

/** The yardstick of every start: Java itself. */
final class JvmAlone {
    private JvmAlone() {}

    public static void main(String[] args) {
        System.err.println("first frame");
    }
}
