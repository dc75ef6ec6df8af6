package io.generaldomo.examples.config;

import io.generaldomo.examples.keys.AdminToken;
import io.generaldomo.examples.keys.KeyFiles;
import io.generaldomo.zmtp.CurveKeyPair;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of value that settings have. */
final class Types {
    static final ValueType<Integer> COUNT = count(1);
    static final ValueType<Integer> COUNT_OR_ZERO = count(0);
    static final ValueType<Long> OCTETS = octets(Long.MAX_VALUE >> 20);
    /** What fits into a buffer. */
    static final ValueType<Long> OCTETS_OF_A_BUFFER = octets(Integer.MAX_VALUE - 16);
    static final ValueType<Duration> TIME = time(Duration.ofMillis(1), Duration.ofDays(365));
    static final ValueType<Duration> TIME_OR_ZERO = time(Duration.ZERO, Duration.ofDays(365));
    /** Longer ones are misread by libzmq. */
    static final ValueType<Duration> TTL = time(Duration.ZERO, Duration.ofMillis(65_500));
    static final ValueType<Optional<Duration>> TIME_OR_NONE = new ValueType<>("TIME|none", TIME.right() + ", or none", (text, base) ->
            text.equals("none") ? Optional.empty() : Optional.of(TIME.reader().read(text, base)));
    static final ValueType<Boolean> SWITCH = words("true|false", Map.of("true", true, "false", false));
    static final ValueType<EndpointKind> KIND = constants(EndpointKind.class);
    static final ValueType<LogFormat> LOG_FORMAT = constants(LogFormat.class);
    static final ValueType<LogLevel> LOG_LEVEL = constants(LogLevel.class);
    static final ValueType<BoundEndpoint> ENDPOINT = new ValueType<>(
            "ADDRESS", "an address such as tcp://HOST:PORT, ipc://PATH or ws://HOST:PORT, and auto, server or router behind it", BoundEndpoint::read);
    static final ValueType<AccessRule> RULE =
            new ValueType<>("RULE", "USER requests SERVICE... or USER serves SERVICE...", (text, base) -> AccessRule.parse(text));
    static final ValueType<CurveKeyPair> KEY_PAIR = new ValueType<>("FILE", "a file that generaldomo keygen made", Types::keyPair);
    static final ValueType<CurveKeyPair> SECRET_KEY = new ValueType<>("KEY", "a secret key in the 40 characters of Z85", Types::secretKey);
    static final ValueType<InetSocketAddress> HOST_AND_PORT = new ValueType<>("HOST:PORT", HostAndPort.RIGHT, (text, base) -> HostAndPort.read(text));
    static final ValueType<Integer> PORT = number("PORT", "port", 0, 65_535);
    static final ValueType<String> ORIGIN = new ValueType<>("ORIGIN", "an origin such as https://app.example, or * for all", Types::origin);
    static final ValueType<Set<PosixFilePermission>> PERMISSIONS =
            new ValueType<>("MODE", "permissions such as 600 for the owner alone, or 660 for its group too", Types::permissions);
    static final ValueType<AdminToken> ADMIN_TOKEN = new ValueType<>("FILE", "a file whose first line is a secret", Types::adminToken);
    static final ValueType<Path> DIRECTORY = new ValueType<>("DIR", "a directory", Types::directory);
    static final ValueType<Path> USERS = new ValueType<>("FILE", "a file that generaldomo passwd made", Types::users);

    private static final Pattern TIME_TEXT = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)?");
    private static final Pattern OCTETS_TEXT = Pattern.compile("(\\d{1,18})\\s*(KiB|MiB|GiB)?");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));
    /** As browsers write it: without a path, and in small letters. */
    private static final Pattern ORIGIN_TEXT = Pattern.compile("\\*|[a-z][a-z0-9+.-]*://[^\\sA-Z/?#]+");
    private static final int WRITE = 0222;
    private static final List<String> POWERS = List.of("", "KiB", "MiB", "GiB");

    private Types() {}

    static ValueType<Integer> count(int least) {
        return count(least, Integer.MAX_VALUE);
    }

    static ValueType<Integer> count(int least, int most) {
        return number("N", "whole number", least, most);
    }

    private static ValueType<Integer> number(String form, String what, int least, int most) {
        String right = "a " + what + " from " + least + " to " + most;
        return new ValueType<>(form, right, (text, base) -> {
            if (text.matches("\\d{1,10}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
                return Integer.parseInt(text);
            }
            throw new IllegalArgumentException("'" + text + "' is no " + right.substring(2));
        });
    }

    private static ValueType<Long> octets(long most) {
        String right = "a number of octets such as 4096, 512KiB, 64MiB or 1GiB";
        return new ValueType<>("OCTETS", right, (text, base) -> {
            Matcher parts = OCTETS_TEXT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not " + right);
            }
            int shift = 10 * POWERS.indexOf(Optional.ofNullable(parts.group(2)).orElse(""));
            long number = Long.parseLong(parts.group(1));
            if (number < 1 || number > most >> shift) {
                throw new IllegalArgumentException("'" + text + "' is not from 1 to " + most + " octets");
            }
            return number << shift;
        });
    }

    private static ValueType<Duration> time(Duration least, Duration most) {
        String right = "a time such as 500ms, 10s, 5m or 1h";
        return new ValueType<>("TIME", right, (text, base) -> {
            Matcher parts = TIME_TEXT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not " + right);
            }
            Duration unit = UNITS.getOrDefault(Optional.ofNullable(parts.group(2)).orElse("ms"), Duration.ofMillis(1));
            Duration time = unit.multipliedBy(Long.parseLong(parts.group(1)));
            if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
                throw new IllegalArgumentException("'" + text + "' is not from " + least.toMillis() + "ms to " + most.toMillis() + "ms");
            }
            return time;
        });
    }

    private static <E extends Enum<E>> ValueType<E> constants(Class<E> type) {
        String form = Arrays.stream(type.getEnumConstants()).map(Types::word).collect(Collectors.joining("|"));
        return words(form, Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Types::word, constant -> constant)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <T> ValueType<T> words(String form, Map<String, T> words) {
        String right = form.replace("|", " or ");
        return new ValueType<>(form, right, (text, base) -> {
            T value = words.get(text);
            if (value == null) {
                throw new IllegalArgumentException("'" + text + "' is not " + right);
            }
            return value;
        });
    }

    private static CurveKeyPair keyPair(String text, Path base) {
        try {
            return KeyFiles.readPair(base.resolve(text));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + e.getFile() + "; generaldomo keygen -o " + text + " makes a pair of keys");
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof InvalidPathException ? "not the name of a file" : e.getMessage();
            throw new IllegalArgumentException("cannot read a pair of keys from " + text + ": " + why + "; generaldomo keygen makes such files");
        }
    }

    /** What is wrong with a secret is not told by showing it. */
    private static CurveKeyPair secretKey(String text, Path base) {
        try {
            return CurveKeyPair.ofZ85(text);
        } catch (IllegalArgumentException notAKey) {
            throw new IllegalArgumentException("this is no secret key; one has 40 characters of Z85, as in the files that generaldomo keygen makes");
        }
    }

    private static AdminToken adminToken(String text, Path base) {
        try {
            return AdminToken.read(path(text, base));
        } catch (IOException e) {
            throw new IllegalArgumentException("there is no file " + text + " that can be read; head -c 18 /dev/urandom | base64 makes a token for it");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the first line of " + text + " is too short; " + e.getMessage());
        }
    }

    private static Path directory(String text, Path base) {
        Path directory = path(text, base);
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("there is no directory " + directory + "; make it, and put the public keys of users there");
        }
        return directory;
    }

    private static Path users(String text, Path base) {
        return readable(text, base, "generaldomo passwd " + path(text, base) + " USER makes one");
    }

    /** The name of a file that can be read. */
    static Path readable(String text, Path base, String otherwise) {
        Path file = path(text, base);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("there is no file " + file + " that can be read; " + otherwise);
        }
        return file;
    }

    private static String origin(String text, Path base) {
        if (!ORIGIN_TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an origin such as https://app.example, or * for all");
        }
        return text;
    }

    /** Octal, as chmod takes them. */
    private static Set<PosixFilePermission> permissions(String text, Path base) {
        if (!text.matches("0?[0-7]{3}")) {
            throw new IllegalArgumentException("'" + text + "' is not permissions such as 600 for the owner alone, or 660 for its group too");
        }
        int mode = Integer.parseInt(text, 8);
        if ((mode & WRITE) == 0) {
            throw new IllegalArgumentException("with '" + text + "' nobody could connect, since that takes the permission to write");
        }
        PosixFilePermission[] fromTheOwnersOn = PosixFilePermission.values();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission each : fromTheOwnersOn) {
            if ((mode >> (fromTheOwnersOn.length - 1 - each.ordinal()) & 1) == 1) {
                permissions.add(each);
            }
        }
        return Set.copyOf(permissions);
    }

    private static Path path(String text, Path base) {
        try {
            return base.resolve(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is not the name of a file");
        }
    }
}
