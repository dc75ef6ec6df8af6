/**
 * Measures how fast messages go, ours and those of others, with the same processes in the same run.
 *
 * <h2>Processes</h2>
 * Each {@link io.generaldomo.examples.bench.Role} is a process of its own. The one that measures starts them, is the only clock, and asks the
 * operating system for their CPU time. A {@link io.generaldomo.examples.bench.Peer} says how a role is started: {@code PROGRAM… ROLE KEY=VALUE…}.
 * <table>
 *   <caption>What may be said to a role</caption>
 *   <tr><th>Key</th><th>Value</th></tr>
 *   <tr><td>{@code endpoint}</td><td>where to connect; roles that bind choose a free port of the loopback interface</td></tr>
 *   <tr><td>{@code size}</td><td>octets of each message</td></tr>
 *   <tr><td>{@code kind}</td><td>{@code push-pull}, {@code client-server}, {@code dealer-router} or {@code pub-sub}: the sockets</td></tr>
 *   <tr><td>{@code inflight}</td><td>requests that a client or requester has under way</td></tr>
 *   <tr><td>{@code clients}</td><td>connections over which a requester does that; as many as requests if it is not said</td></tr>
 *   <tr><td>{@code workers}</td><td>echo workers in a process</td></tr>
 *   <tr><td>{@code services}</td><td>services that the workers are spread over and the requests go to in turn: {@code echo} if it is one, else
 *       {@code echo-0}, {@code echo-1} and so on</td></tr>
 *   <tr><td>{@code pipelined}</td><td>{@code true}: a requester has one connection and any number of requests under way on it, whose replies come in any order;
 *       ours only</td></tr>
 *   <tr><td>{@code queued}</td><td>requests that may wait in the broker; ours only</td></tr>
 *   <tr><td>{@code heartbeat}</td><td>{@code usual} or {@code seldom}, of broker and workers; ours only</td></tr>
 *   <tr><td>{@code footprint}</td><td>{@code true}: a role on the JVM collects garbage when it stops, and tells {@code heap} and {@code direct}</td></tr>
 *   <tr><td>{@code subscribers}</td><td>SUBs of a subscriber</td></tr>
 *   <tr><td>{@code topics}</td><td>the topics {@code 000000/eur}, {@code 000001/eur} and so on that are published in turn. The <i>n</i>th subscriber wants the topic <i>n</i>
 *       modulo {@code topics}, and says so three times: by its number, by that and the slash, and by the whole of it. It gets each message once</td></tr>
 *   <tr><td>{@code whenfull}</td><td>{@code drop} or {@code wait}: what the publisher does about a subscriber whose queue is full</td></tr>
 *   <tr><td>{@code dialect}</td><td>{@code mdp01}, {@code gdp} or another one of the command line's</td></tr>
 *   <tr><td>{@code receive}</td><td>{@code inbox}: on a thread of the application; {@code listener}: on the event loop; ours only</td></tr>
 *   <tr><td>{@code mechanism}</td><td>{@code null} or {@code curve}</td></tr>
 *   <tr><td>{@code public}, {@code secret}</td><td>with CURVE: the role's own keys, in hexadecimal</td></tr>
 *   <tr><td>{@code serverkey}</td><td>with CURVE, of roles that connect: the public key of the one that binds</td></tr>
 * </table>
 * Keys that a role does not need are not said to it, or it ignores them.
 *
 * <h2>What is said between them</h2>
 * One line each:
 * <table>
 *   <caption>Lines</caption>
 *   <tr><th>From</th><th>Line</th><th>Meaning</th></tr>
 *   <tr><td>role</td><td>{@code ready [ENDPOINT [PID]]}</td><td>it can be used, at this endpoint if it has bound one. {@code PID} is the process that does
 *       the work and whose CPU time counts, if that is another one</td></tr>
 *   <tr><td>parent</td><td>{@code start}</td><td>reset the counters</td></tr>
 *   <tr><td>parent</td><td>{@code stop}</td><td>tell the counters; {@code start} may follow again, any number of times</td></tr>
 *   <tr><td>role</td><td><code>result {"messages":N,"octets":N,"nanos":N,"p50":N,"p90":N,"p99":N,"p999":N,"max":N,"allocated":N,"dropped":N}</code></td><td>the
 *       keys it knows; {@code nanos} between start and stop by its own clock; percentiles of round trips, in nanoseconds; {@code allocated} octets of heap; {@code dropped} messages that full queues have lost, one for each subscriber.
 *       Further keys are for people: {@code "transport":"NIO"}, {@code "version":"4.3.5"}</td></tr>
 * </table>
 * The traffic runs from {@code ready} on, which is the warm-up, until the end of standard input, which ends the role with the exit code 0. What it
 * prints on standard error is shown when it fails. Between two runs the processes of a peer may be suspended (SIGSTOP) while those of another one are
 * measured.
 */
@NullMarked
package io.generaldomo.examples.bench;

import org.jspecify.annotations.NullMarked;
