package io.generaldomo.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.zmtp.ZmtpMessage;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandles;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no class of any module does: make objects or find classes by what a peer says. */
class SafetyTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.generaldomo");

    /** Names that stand in the source: of the class of the JDK for signals, and of a class of Bouncy Castle, to tell if it is there. */
    private static final DescribedPredicate<JavaClass> NAMES_OF_OUR_OWN = belongTo(DescribedPredicate.describe(
            "use names of our own",
            type -> Set.of("io.generaldomo.examples.cli.Signals", "io.generaldomo.zmtp.CurveKeyPair").contains(type.getName())));

    private static final DescribedPredicate<JavaCall<?>> LOOKING_BY_NAME = DescribedPredicate.describe(
            "looking for a class or a member by its name",
            call -> call.getTargetOwner().isAssignableTo(Class.class) && call.getName().matches("forName|get(Declared)?(Method|Field|Constructor)s?|newInstance")
                    || call.getTargetOwner().isAssignableTo(ClassLoader.class) && call.getName().matches("loadClass|defineClass"));

    @Test
    void allModulesAreLookedAt() {
        assertThat(CLASSES.contain(ZmtpMessage.class) && CLASSES.contain(GdpBroker.class)).isTrue();
        assertThat(CLASSES.contain("io.generaldomo.examples.cli.Generaldomo")).isTrue();
    }

    @Test
    void row28_nobodyReadsOrWritesJavaSerialization() {
        for (Class<?> type : Set.of(ObjectInputStream.class, ObjectOutputStream.class, ObjectInput.class, ObjectOutput.class)) {
            noClasses().should().dependOnClassesThat().areAssignableTo(type).check(CLASSES);
        }
    }

    @Test
    void row28_nobodyLooksForClassesOrMembersByName() {
        noClasses()
                .that(DescribedPredicate.not(NAMES_OF_OUR_OWN))
                .should().dependOnClassesThat().resideInAPackage("java.lang.reflect..")
                .orShould().dependOnClassesThat().areAssignableTo(MethodHandles.Lookup.class)
                .orShould().dependOnClassesThat().areAssignableTo(ServiceLoader.class)
                .orShould().callCodeUnitWhere(LOOKING_BY_NAME)
                .check(CLASSES);
    }
}
