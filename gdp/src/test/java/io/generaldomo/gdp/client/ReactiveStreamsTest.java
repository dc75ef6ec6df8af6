package io.generaldomo.gdp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testng.ITestNGListener;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** Runs the Reactive Streams TCK, which is made for TestNG. */
class ReactiveStreamsTest {
    @Test
    void streamsOfRepliesKeepTheRulesOfReactiveStreams() {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG tck = new TestNG(false);
        tck.setVerbose(0);
        tck.setTestClasses(new Class<?>[] {ReplyStreamVerification.class});
        tck.addListener((ITestNGListener) results);
        tck.run();
        assertThat(results.getFailedTests()).extracting(ReactiveStreamsTest::describe).isEmpty();
        assertThat(results.getConfigurationFailures()).isEmpty();
        assertThat(results.getPassedTests().size()).as("rules that were checked").isGreaterThan(20);
    }

    private static String describe(ITestResult result) {
        return result.getName() + ": " + result.getThrowable();
    }
}
