// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description says what the resources do: the same addresses, methods and parameters. */
class DescriptionTest extends RestTest {
    private static final List<Class<?>> RESOURCES =
            List.of(DescriptionResource.class, ProfilesResource.class, StatusResource.class, StudiesResource.class);

    private static final String PATH = "path:";

    @Test
    void has_the_operations_of_the_resources_with_their_parameters() {
        Map<String, Object> description =
                new Yaml().load(server.send("GET", "/anonymizer/openapi.yaml").body());
        assertThat(operations(description)).containsExactlyElementsOf(implemented());
    }

    @SuppressWarnings("unchecked")
    private static Set<String> operations(Map<String, Object> description) {
        Set<String> operations = new TreeSet<>();
        Map<String, Map<String, Object>> paths = (Map<String, Map<String, Object>>) description.get("paths");
        paths.forEach((path, methods) -> {
            Set<String> common = names(methods.get("parameters"), description);
            methods.forEach((method, operation) -> {
                if (method.equals("parameters")) return;
                Set<String> all = new TreeSet<>(common);
                all.addAll(names(((Map<String, Object>) operation).get("parameters"), description));
                operations.add(method + " " + path + " " + all);
            });
        });
        return operations;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> names(Object parameters, Map<String, Object> description) {
        Set<String> names = new TreeSet<>();
        if (parameters == null) return names;
        for (Map<String, Object> parameter : (List<Map<String, Object>>) parameters) {
            Map<String, Object> resolved = parameter;
            if (parameter.get("$ref") instanceof String reference) {
                Map<String, Object> components = (Map<String, Object>) description.get("components");
                Map<String, Object> shared = (Map<String, Object>) components.get("parameters");
                resolved = (Map<String, Object>) shared.get(reference.substring(reference.lastIndexOf('/') + 1));
            }
            names.add(resolved.get("in") + ":" + resolved.get("name"));
        }
        return names;
    }

    private static Set<String> implemented() {
        Set<String> operations = new TreeSet<>();
        for (Class<?> resource : RESOURCES)
            for (Method method : resource.getDeclaredMethods())
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null)
                        operations.add(http.value().toLowerCase(Locale.ROOT) + " " + path(resource, method) + " "
                                + parameters(method));
                }
        return operations;
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        return "/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            addName(parameter, names);
            if (parameter.isAnnotationPresent(BeanParam.class))
                for (Field field : parameter.getType().getDeclaredFields()) addName(field, names);
        }
        String path = path(method.getDeclaringClass(), method);
        names.removeIf(name -> name.startsWith(PATH) && !path.contains("{" + name.substring(PATH.length()) + "}"));
        return names;
    }

    private static void addName(AnnotatedElement parameter, Set<String> names) {
        if (parameter.isAnnotationPresent(PathParam.class))
            names.add(PATH + parameter.getAnnotation(PathParam.class).value());
        if (parameter.isAnnotationPresent(QueryParam.class))
            names.add("query:" + parameter.getAnnotation(QueryParam.class).value());
    }
}
