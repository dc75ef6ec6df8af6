package io.generaldomo.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values are those of RFC 32/Z85 and of libzmq's documentation. */
class Z85Test {
    @ParameterizedTest
    @CsvSource({
        "HelloWorld, 864fd26fb559f75b",
        "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7, 54fcba24e93249969316fb617c872bb0c1d1ff14800427c594cbfacf1bc2d652",
        "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6, 8e0bdd697628b91d8f245587ee95c5b04d48963f79259877b49cd9063aead3b7",
        "'Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID', bb88471d65e2659b30c55a5321cebb5aab2b70a398645c26dca2b2fcb43fc518",
    })
    void isWhatOthersMakeOfIt(String text, String hex) {
        assertThat(Z85.decode(text)).isEqualTo(HexFormat.of().parseHex(hex));
        assertThat(Z85.encode(HexFormat.of().parseHex(hex))).isEqualTo(text);
    }

    @Test
    void theEndsOfTheRange() {
        assertThat(Z85.encode(new byte[4])).isEqualTo("00000");
        assertThat(Z85.decode(Z85.encode(new byte[] {-1, -1, -1, -1}))).containsExactly(-1, -1, -1, -1);
        assertThat(Z85.encode(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf", // 39
        "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf77", // 41
        "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf\"", // not in the alphabet
        "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yfé", // not ASCII
        "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H#####", // more than four octets
        "",
    })
    void otherTextIsNoKeyAndIsNotRepeated(String text) {
        assertThatThrownBy(() -> CurveKey.ofZ85(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("rq:rM"));
    }
}
