package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a connection under CURVE kept secret is zero afterwards, wherever its handlers had it. */
class WipedSecretsTest {
    private static final int KEY_LENGTH = 32;
    private static final Set<String> SECRETIVE = Set.of("CurveKeyPair", "Box", "BoxStream");

    @ParameterizedTest
    @EnumSource(names = {"CURVE_SERVER", "CURVE_CLIENT"})
    void atTheEndOfAConnection(GoldenSide side) {
        PeerUnderTest peer = side.recorded();
        List<Object> handlers = new ArrayList<>(peer.channel.pipeline().toMap().values());
        for (GoldenVector vector : side.dialogue()) {
            if (side.receives(vector)) {
                peer.receives(vector.bytes());
            }
        }
        assertThat(peer.failures).isEmpty();
        List<byte[]> secrets = new ArrayList<>();
        find(handlers.toArray(), "", secrets, Collections.newSetFromMap(new IdentityHashMap<>()));
        assertThat(secrets).as("keys of the connection, of the box, and of each direction").hasSizeGreaterThan(3);
        assertThat(secrets).as("keys of traffic, still in use").anySatisfy(secret -> assertThat(secret).isNotEqualTo(new byte[KEY_LENGTH]));
        peer.close();
        assertThat(secrets).allSatisfy(secret -> assertThat(secret).containsOnly(0));
    }

    /** Collects the keys of the classes that keep secrets, except the long-term keys, which outlive the connection. */
    private static void find(Object from, String owner, List<byte[]> secrets, Set<Object> seen) {
        if (from == null || from instanceof ZmtpSecurity || !seen.add(from)) {
            return;
        }
        if (from instanceof byte[] octets) {
            if (SECRETIVE.contains(owner) && octets.length == KEY_LENGTH) {
                secrets.add(octets);
            }
        } else if (from instanceof Object[] several) {
            Arrays.stream(several).forEach(each -> find(each, owner, secrets, seen));
        } else if (from.getClass().getName().startsWith("io.generaldomo.zmtp.handler.Z")
                || from.getClass().getName().startsWith("io.generaldomo.zmtp.mechanism.")
                || from instanceof CurveKeyPair) {
            for (Field field : from.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    find(read(field, from), from.getClass().getSimpleName(), secrets, seen);
                }
            }
        }
    }

    private static Object read(Field field, Object from) {
        try {
            field.setAccessible(true);
            return field.get(from);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
