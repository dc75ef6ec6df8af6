package io.generaldomo.zmtp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.netty.handler.codec.ReplayingDecoder;
import org.junit.jupiter.api.Test;

/** The cut of this module, as the design has it: each package uses only those below it. */
class LayeringTest {
    private static final String ROOT = "io.generaldomo.zmtp";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void packagesUseOnlyThoseBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("socket").definedBy(ROOT + ".socket..")
                .layer("transport").definedBy(ROOT + ".transport..")
                .layer("handler").definedBy(ROOT + ".handler..")
                .layer("mechanism").definedBy(ROOT + ".mechanism..")
                .layer("authentication").definedBy(ROOT + ".authentication..")
                .layer("wire").definedBy(ROOT + ".wire..")
                .layer("root").definedBy(ROOT)
                .whereLayer("socket").mayNotBeAccessedByAnyLayer()
                .whereLayer("authentication").mayNotBeAccessedByAnyLayer()
                .whereLayer("authentication").mayOnlyAccessLayers("root")
                .whereLayer("transport").mayOnlyBeAccessedByLayers("socket")
                .whereLayer("handler").mayOnlyBeAccessedByLayers("socket", "transport")
                .whereLayer("mechanism").mayOnlyBeAccessedByLayers("socket", "transport", "handler")
                .whereLayer("wire").mayOnlyBeAccessedByLayers("socket", "transport", "handler", "mechanism")
                .whereLayer("root").mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void mechanismsAndWireKnowNoChannels() {
        noClasses()
                .that().resideInAnyPackage(ROOT + ".mechanism..", ROOT + ".wire..")
                .should().dependOnClassesThat().resideInAPackage("io.netty.channel..")
                .check(CLASSES);
    }

    @Test
    void nobodyUsesWhatNettyKeepsToItself() {
        noClasses().should().dependOnClassesThat().resideInAPackage("io.netty.util.internal..").check(CLASSES);
    }

    /** What a decoder of Netty's has read it reads again with each octet that comes, if it is one of these. */
    @Test
    void netty44248_nobodyReadsAgainWhatWasRead() {
        noClasses().should().beAssignableTo(ReplayingDecoder.class).check(CLASSES);
    }

    /** And that, no more than the head of one request or answer, within its limits: row 27. */
    @Test
    void netty33871_42581_50020_50560_onlyWebSocketSpeaksHttp() {
        noClasses()
                .that().resideOutsideOfPackage(ROOT + ".transport.websocket")
                .should().dependOnClassesThat().resideInAnyPackage("io.netty.handler.codec.http..", "io.netty.handler.codec.http2..")
                .check(CLASSES);
    }
}
