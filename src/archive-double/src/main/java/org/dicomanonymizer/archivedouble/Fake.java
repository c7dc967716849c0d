// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archivedouble;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Makes an interface of the archive do what a test says, by the names of its methods; all else fails. */
public final class Fake<T> {
    /** What a method does. */
    public interface Behavior {
        Object apply(Object... arguments) throws Exception;
    }

    private final Class<T> type;
    private final Map<String, Behavior> behaviors = new HashMap<>();

    private Fake(Class<T> type) {
        this.type = type;
        behaviors.put("toString", arguments -> "fake " + type.getSimpleName());
        behaviors.put("close", arguments -> null);
    }

    public static <T> Fake<T> of(Class<T> type) {
        return new Fake<>(type);
    }

    public Fake<T> on(String method, Behavior behavior) {
        behaviors.put(method, behavior);
        return this;
    }

    public T make() {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) return proxy == arguments[0];
                    if (method.getName().equals("hashCode")) return System.identityHashCode(proxy);
                    Behavior behavior = behaviors.get(method.getName());
                    if (behavior == null) throw new UnsupportedOperationException(method.toString());
                    return behavior.apply(arguments == null ? new Object[0] : arguments);
                }));
    }
}
