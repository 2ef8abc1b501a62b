import { YieldError } from "../../kinds/yield-error";
import type { PcmFormat } from "./sound";

const lowestRate = 3000;
const highestRate = 768_000;
const mostChannels = 32;

/**
 * Refuses what no player takes: Web Audio has rates from 3 to 768 kHz and 32 channels.
 *
 * @throws YieldError where the rate or the channels are beyond these
 */
export function checkPcm({ rate, channels }: Pick<PcmFormat, "rate" | "channels">): void {
  if (!Number.isInteger(rate) || rate < lowestRate || rate > highestRate) {
    const allowed = `a whole number of Hz from ${lowestRate.toLocaleString("en")} to ${highestRate.toLocaleString("en")}`;
    throw new YieldError(`a sample rate that is ${allowed}`, String(rate));
  }
  if (!Number.isInteger(channels) || channels < 1 || channels > mostChannels) {
    throw new YieldError(`from 1 to ${mostChannels} channels`, String(channels));
  }
}

/** How many bytes one sample of each channel takes. */
export function frameBytes({ bits, channels }: PcmFormat): number {
  return (bits / 8) * channels;
}
