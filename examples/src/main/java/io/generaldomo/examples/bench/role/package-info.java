/**
 * The roles that are measured, ours: each in a process of its own, begun by {@link io.generaldomo.examples.bench.role.OwnRole#main}. What the roles of
 * others that run on a JVM need as well is public: {@link io.generaldomo.examples.bench.role.RoleArguments},
 * {@link io.generaldomo.examples.bench.role.Meter} and {@link io.generaldomo.examples.bench.role.Conversation}.
 */
@NullMarked
package io.generaldomo.examples.bench.role;

import org.jspecify.annotations.NullMarked;
