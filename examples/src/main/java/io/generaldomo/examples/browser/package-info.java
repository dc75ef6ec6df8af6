/** A web page that is a GDP client, and the server it comes from. The page itself is among the resources: {@code gdp.js} is the client. */
@NullMarked
package io.generaldomo.examples.browser;

import org.jspecify.annotations.NullMarked;
