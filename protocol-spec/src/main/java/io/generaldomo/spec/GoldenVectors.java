package io.generaldomo.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The golden vectors of this module, by group and name. A group is a text file in {@code vectors/}; {@code vectors.md}
 * beside the sources lists the groups and describes the form.
 */
public final class GoldenVectors {
    private GoldenVectors() {
    }

    /**
     * All groups.
     *
     * @return their names, in the order of {@code vectors/groups.txt}
     */
    public static List<String> groups() {
        return lines("groups");
    }

    /**
     * All vectors of all groups.
     *
     * @return the vectors, in the order of the files
     */
    public static List<GoldenVector> all() {
        return groups().stream().flatMap(group -> group(group).stream()).toList();
    }

    /**
     * The vectors of a group.
     *
     * @param group the group's name
     * @return the vectors, in the order of the file
     * @throws IllegalArgumentException if there is no such group, or its file is not in the form
     */
    public static List<GoldenVector> group(String group) {
        return VectorFile.parse(group, lines(group));
    }

    /**
     * One vector.
     *
     * @param group the group's name
     * @param name  the vector's name in it
     * @return the vector
     * @throws IllegalArgumentException if there is none of that name
     */
    public static GoldenVector get(String group, String name) {
        return group(group).stream().filter(vector -> vector.name().equals(name)).findAny()
                .orElseThrow(() -> new IllegalArgumentException("no vector " + group + "/" + name));
    }

    private static List<String> lines(String file) {
        try (InputStream in = GoldenVectors.class.getResourceAsStream("vectors/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no group of vectors " + file);
            }
            return new BufferedReader(new InputStreamReader(in, UTF_8)).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
