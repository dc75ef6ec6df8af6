package io.generaldomo.examples.config;

import io.generaldomo.gdp.ServiceName;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a file of settings, in YAML 1.2: sections in sections, and what stands where. For one thread, and one file. */
final class YamlFile {
    private final Path file;
    private final List<Mistake> mistakes;
    private final Map<Setting<?>, Given> found = new LinkedHashMap<>();
    private final Map<String, Origin> seen = new HashMap<>();

    private YamlFile(Path file, List<Mistake> mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** What a file tells; adds what is wrong with it to a list. */
    static Map<Setting<?>, Given> read(Path file, List<Mistake> mistakes) {
        YamlFile reading = new YamlFile(file, mistakes);
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).setAllowNonScalarKeys(true).build();
            StreamReader text = new StreamReader(settings, Files.readString(file));
            new Composer(settings, new ParserImpl(settings, text)).getSingleNode().ifPresent(reading::whole);
        } catch (MarkedYamlEngineException e) {
            Origin origin = e.getProblemMark().map(mark -> Origin.file(file, mark.getLine() + 1, mark.getColumn() + 1)).orElse(Origin.file(file, 1, 1));
            mistakes.add(new Mistake(
                    origin.exact(), "this is not YAML: " + oneLine(e.getProblem()) + "; it is 'key: value' on each line, sections indented by spaces"));
        } catch (YamlEngineException e) {
            mistakes.add(new Mistake(file + ":1:1", "this is not YAML: " + oneLine(e.getMessage()) + "; generaldomo config show prints what a file can hold"));
        } catch (NoSuchFileException e) {
            mistakes.add(new Mistake(file.toString(), "there is no such file; examples/generaldomo.yaml is one to begin with"));
        } catch (CharacterCodingException e) {
            mistakes.add(new Mistake(file.toString(), "this is no text; a file of settings is YAML in UTF-8"));
        } catch (IOException e) {
            mistakes.add(new Mistake(file.toString(), "cannot be read: " + e.getMessage() + "; a file of settings is YAML in UTF-8"));
        }
        return reading.found;
    }

    private static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s*\\R\\s*", " ");
    }

    private void whole(Node root) {
        if (root instanceof MappingNode mapping) {
            section("", mapping);
        } else if (root.getTag() != Tag.NULL) {
            mistakes.add(new Mistake(at(root).exact(), "a file of settings begins with a key; such as 'endpoints:' or 'limits:'"));
        }
    }

    private void section(String name, MappingNode section) {
        for (NodeTuple entry : section.getValue()) {
            Optional<String> key = key(name, entry.getKeyNode());
            if (key.isPresent()) {
                entry(name, key.get(), entry.getKeyNode(), entry.getValueNode());
            }
        }
    }

    /** The key with the sections it is in; nothing, and a mistake, if it is no key, or was there before. */
    private Optional<String> key(String section, Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isEmpty()) {
            mistake(node, section.isEmpty() ? "(key)" : section, "this is no key; a key is a word such as " + Settings.namesIn("").get(0));
            return Optional.empty();
        }
        String key = section.isEmpty() ? scalar.getValue() : section + '.' + scalar.getValue();
        Origin before = seen.putIfAbsent(key, at(node));
        if (before != null) {
            mistake(node, key, "it is there already, at " + before.told() + "; take out one of the two");
            return Optional.empty();
        }
        return Optional.of(key);
    }

    private void entry(String section, String key, Node keyNode, Node value) {
        Optional<Setting<?>> setting = Settings.find(key);
        if (setting.isPresent()) {
            value(setting.get(), keyNode, value);
        } else if (key.equals(Settings.SERVICES)) {
            mapping(key, value, "the names of services, and below each what is special about it").ifPresent(this::services);
        } else if (!Settings.namesIn(key).isEmpty()) {
            mapping(key, value, "a section, with keys below it: " + String.join(", ", Settings.namesIn(key))).ifPresent(below -> section(key, below));
        } else {
            mistake(keyNode, key, "there is no such key; " + UnknownKey.hint(section, key));
        }
    }

    private void services(MappingNode services) {
        for (NodeTuple entry : services.getValue()) {
            Optional<String> key = key(Settings.SERVICES, entry.getKeyNode());
            if (key.isPresent() && entry.getKeyNode() instanceof ScalarNode name && isService(name, key.get())) {
                mapping(key.get(), entry.getValueNode(), "what is special about the service: " + String.join(", ", Settings.namesIn("service")))
                        .ifPresent(own -> service(name.getValue(), key.get(), own));
            }
        }
    }

    private boolean isService(ScalarNode name, String key) {
        try {
            if (!ServiceName.of(name.getValue()).isInternal()) {
                return true;
            }
            mistake(name, key, "services that begin with mmi. are the broker's own; other names can have settings");
        } catch (IllegalArgumentException e) {
            mistake(name, key, e.getMessage() + "; the name of a service is meant");
        }
        return false;
    }

    private void service(String name, String prefix, MappingNode own) {
        for (NodeTuple entry : own.getValue()) {
            Optional<String> key = key(prefix, entry.getKeyNode());
            if (key.isEmpty()) {
                continue;
            }
            String last = key.get().substring(prefix.length() + 1);
            Optional<Setting<?>> usual = Settings.find("service." + last);
            if (usual.isPresent()) {
                value(usual.get().of(name), entry.getKeyNode(), entry.getValueNode());
            } else {
                mistake(entry.getKeyNode(), key.get(), "there is no such key; " + UnknownKey.hint("service", "service." + last));
            }
        }
    }

    /** A section; nothing if it is empty, as one is whose lines are comments, or is none. */
    private Optional<MappingNode> mapping(String key, Node value, String right) {
        if (value instanceof MappingNode section) {
            return Optional.of(section);
        }
        if (value.getTag() != Tag.NULL) {
            mistake(value, key, "this is a section and has no value; right would be " + right);
        }
        return Optional.empty();
    }

    private void value(Setting<?> setting, Node key, Node value) {
        String right = setting.type().right();
        List<Given.Text> texts = new ArrayList<>();
        if (setting.is(Setting.Trait.MANY)) {
            if (!(value instanceof SequenceNode list)) {
                mistake(value, setting.key(), "this is no list; right would be '- ' and " + right + " on each of the lines below");
                return;
            }
            list.getValue().forEach(each -> text(setting, each).ifPresent(texts::add));
        } else {
            text(setting, value).ifPresent(texts::add);
        }
        found.put(setting, new Given(texts, at(key)));
    }

    private Optional<Given.Text> text(Setting<?> setting, Node value) {
        if (value instanceof ScalarNode scalar && value.getTag() != Tag.NULL) {
            return Optional.of(new Given.Text(scalar.getValue(), at(value)));
        }
        String what = value instanceof ScalarNode ? "it has no value" : "this is more than one value";
        mistake(value, setting.key(), what + "; right would be " + setting.type().right());
        return Optional.empty();
    }

    private void mistake(Node node, String key, String what) {
        mistakes.add(Mistake.of(at(node), key, what));
    }

    private Origin at(Node node) {
        return node.getStartMark().map(mark -> Origin.file(file, mark.getLine() + 1, mark.getColumn() + 1)).orElse(Origin.file(file, 1, 1));
    }
}
