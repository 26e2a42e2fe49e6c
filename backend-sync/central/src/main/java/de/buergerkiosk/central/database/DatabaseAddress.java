package de.buergerkiosk.central.database;

/**
 * Where the database is and how to get in.
 *
 * @param url JDBC address without credentials
 */
public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
