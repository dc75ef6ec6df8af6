package io.generaldomo.examples.admin;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a page is, and who makes it.
 *
 * @param method GET, to which HEAD belongs, or POST
 * @param path a pattern for the whole path
 * @param page makes the answer
 */
record Route(HttpMethod method, Pattern path, Page page) {
    /** Makes the answer to a request. */
    interface Page {
        /** The request is good until this returns; the groups are those of the path. Called on the event loop of the pages. */
        CompletableFuture<Answer> answer(FullHttpRequest request, Matcher groups);
    }

    static Route get(String path, Page page) {
        return new Route(HttpMethod.GET, Pattern.compile(path), page);
    }

    static Route post(String path, Page page) {
        return new Route(HttpMethod.POST, Pattern.compile(path), page);
    }

    private String methods() {
        return method.equals(HttpMethod.GET) ? "GET, HEAD" : method.name();
    }

    /** The answer of whoever is at the request's path. */
    static CompletableFuture<Answer> answer(List<Route> routes, FullHttpRequest request) {
        String path = new QueryStringDecoder(request.uri()).rawPath();
        List<Route> there = routes.stream().filter(route -> route.path.matcher(path).matches()).toList();
        if (there.isEmpty()) {
            throw new Refused(HttpResponseStatus.NOT_FOUND, "there is no such page");
        }
        HttpMethod asked = request.method().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.method();
        for (Route route : there) {
            if (route.method.equals(asked)) {
                Matcher groups = route.path.matcher(path);
                groups.matches();
                return route.page.answer(request, groups);
            }
        }
        throw Refused.method(there.stream().map(Route::methods).distinct().collect(Collectors.joining(", ")));
    }
}
