package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;

/** One of the broker's own services. Its frames are those of gdp.md, section 8. */
interface ManagementService {
    /** What is answered to this request. */
    GdpMessage answer(GdpMessage request, long nowNanos);
}
