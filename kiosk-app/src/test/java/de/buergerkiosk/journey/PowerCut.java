package de.buergerkiosk.journey;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * The process is gone from here on. An error, so that nothing in the kiosk can go on after it; what
 * stands in the file is what a restart finds.
 */
final class PowerCut extends Error {
    private static final long serialVersionUID = 1;

    /** Which write of the two journals is cut, and on which side of it. */
    record At(int write, boolean after) {
        static final At NEVER = new At(Integer.MAX_VALUE, false);
    }

    /** Counts the writes of one process, and cuts at one of them. */
    static final class Wire {
        private final At at;
        private final String method;
        private final boolean after;
        private final List<String> writes = new ArrayList<>();

        private Wire(At at, String method, boolean after) {
            this.at = at;
            this.method = method;
            this.after = after;
        }

        static Wire at(At at) {
            return new Wire(at, "", false);
        }

        static Wire before(String method) {
            return new Wire(At.NEVER, method, false);
        }

        static Wire after(String method) {
            return new Wire(At.NEVER, method, true);
        }

        List<String> writes() {
            return List.copyOf(writes);
        }

        <T> T around(Class<T> port, T real) {
            return port.cast(
                    Proxy.newProxyInstance(
                            port.getClassLoader(),
                            new Class<?>[] {port},
                            (_, called, arguments) -> {
                                if (called.getReturnType() != void.class) {
                                    return invoke(called, real, arguments);
                                }
                                int number = writes.size();
                                writes.add(called.getName());
                                boolean here =
                                        number == at.write() || called.getName().equals(method);
                                boolean cutAfter = method.isEmpty() ? at.after() : after;
                                if (here && !cutAfter) {
                                    throw new PowerCut();
                                }
                                var result = invoke(called, real, arguments);
                                if (here) {
                                    throw new PowerCut();
                                }
                                return result;
                            }));
        }

        private static Object invoke(
                java.lang.reflect.Method called, Object real, Object[] arguments) throws Throwable {
            try {
                return called.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }
}
