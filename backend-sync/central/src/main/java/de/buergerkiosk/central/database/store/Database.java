package de.buergerkiosk.central.database.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The opened database: reachable, new enough, tables up to date. */
public final class Database implements AutoCloseable {
    /** The oldest PostgreSQL whose SQL we use. */
    public static final int VERSION_MIN = 15;

    private static final int CONNECTIONS_MAX = 16;
    private static final String WAIT_SECONDS = "10";

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Checks, migrates and opens a pool.
     *
     * @throws CentreTrouble with the cause and the cure
     */
    public static Database open(DatabaseAddress address) throws CentreTrouble {
        return open(address, CONNECTIONS_MAX);
    }

    /** The same, with so many connections at most. */
    public static Database open(DatabaseAddress address, int connectionsMax) throws CentreTrouble {
        check(address);
        var config = new HikariConfig();
        config.setPoolName("centre");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("connectTimeout", WAIT_SECONDS);
        config.addDataSourceProperty("socketTimeout", "60");
        // the server's detail quotes the row, and rows are personal
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "buergerkiosk-centre");
        var pool = new HikariDataSource(config);
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:de/buergerkiosk/central/tables")
                    .load()
                    .migrate();
            return new Database(pool);
        } catch (FlywayException e) {
            pool.close();
            throw new CentreTrouble(
                    "CEN-DB-TABLES",
                    "the tables cannot be brought up to date: "
                            + firstLine(e)
                            + "; the user needs CREATE on its schema, and the database must not be"
                            + " of a newer centre");
        }
    }

    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * Makes the plain role and the database that the centre works with, in its own server; what is
     * there already stays, but gets this password.
     */
    public static void prepare(DatabaseAddress superuser, String role, String password)
            throws CentreTrouble {
        try (var connection = connect(superuser);
                var statement = connection.createStatement()) {
            if (!role.matches("[a-z]+") || !password.matches("[0-9a-f]+")) {
                throw new IllegalArgumentException("names that need quoting");
            }
            var roles =
                    statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'");
            if (!roles.next()) {
                statement.execute("create role " + role + " login");
            }
            statement.execute("alter role " + role + " password '" + password + "'");
            var databases =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + role + "'");
            if (!databases.next()) {
                statement.execute("create database " + role + " owner " + role);
                statement.execute("revoke all on database " + role + " from public");
            }
        } catch (SQLException e) {
            throw trouble(superuser, e);
        }
    }

    private static void check(DatabaseAddress address) throws CentreTrouble {
        try (var connection = connect(address)) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < VERSION_MIN) {
                throw new CentreTrouble(
                        "CEN-DB-TOO-OLD",
                        "the database is PostgreSQL "
                                + version
                                + "; the centre needs "
                                + VERSION_MIN
                                + " or newer");
            }
        } catch (SQLException e) {
            throw trouble(address, e);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", WAIT_SECONDS);
        properties.setProperty("loginTimeout", WAIT_SECONDS);
        return DriverManager.getConnection(address.url(), properties);
    }

    /** States of SQL: class 28 is a refused login, 3D000 a missing database. */
    private static CentreTrouble trouble(DatabaseAddress address, SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return new CentreTrouble(
                    "CEN-DB-PASSWORD",
                    "the database "
                            + address
                            + " refuses the login; check KIOSK_DB_USER and KIOSK_DB_PASSWORD");
        }
        if (state.equals("3D000")) {
            return new CentreTrouble(
                    "CEN-DB-UNREACHABLE",
                    "the server of " + address + " has no such database; create it first");
        }
        return new CentreTrouble(
                "CEN-DB-UNREACHABLE",
                "the database "
                        + address
                        + " does not answer: "
                        + firstLine(e)
                        + "; check address, server and firewall");
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
