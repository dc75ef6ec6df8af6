package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.Chain.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainTest {
    @Test
    void behaves_like_a_plain_list() {
        Random random = new Random(42);
        Chain<Integer> chain = new Chain<>();
        Chain<Integer> other = new Chain<>();
        Deque<Integer> model = new ArrayDeque<>();
        Deque<Integer> otherModel = new ArrayDeque<>();
        List<Link<Integer>> links = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            links.add(new Link<>(i));
        }
        for (int step = 0; step < 20_000; step++) {
            int element = random.nextInt(links.size());
            Link<Integer> link = links.get(element);
            int what = random.nextInt(5);
            if (what == 4) {
                assertThat(chain.poll()).isEqualTo(model.poll());
            } else {
                model.remove(element);
                otherModel.remove(element);
                switch (what) {
                    case 0 -> {
                        chain.addLast(link);
                        model.addLast(element);
                    }
                    case 1 -> {
                        chain.addFirst(link);
                        model.addFirst(element);
                    }
                    case 2 -> {
                        other.addLast(link);
                        otherModel.addLast(element);
                    }
                    default -> link.unlink();
                }
                assertThat(link.isLinked()).isEqualTo(what != 3);
            }
            assertThat(chain.first()).isEqualTo(model.peek());
            assertThat(chain.size()).isEqualTo(model.size());
            assertThat(chain.isEmpty()).isEqualTo(model.isEmpty());
            assertThat(other.first()).isEqualTo(otherModel.peek());
        }
        while (!model.isEmpty()) {
            assertThat(chain.poll()).isEqualTo(model.poll());
        }
        assertThat(chain.poll()).isNull();
    }
}
