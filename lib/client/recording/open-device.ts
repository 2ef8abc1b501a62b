/** What somebody is asked for. */
export type Device = "microphone" | "camera";

/** A microphone or camera that cannot be used; the message says why, and what to do about it. */
export class DeviceError extends Error {
  override name = "DeviceError";
}

/**
 * Asks for a microphone, a camera or both. To be called when somebody has pressed something: the browser
 * asks them at once.
 *
 * @throws DeviceError in words for whoever has pressed
 * @example const stream = await openDevice({ audio: true }); // closeDevice(stream) when done
 */
export async function openDevice(wanted: MediaStreamConstraints): Promise<MediaStream> {
  const device: Device = wanted.video ? "camera" : "microphone";
  if (!globalThis.navigator?.mediaDevices?.getUserMedia) {
    const message = globalThis.isSecureContext
      ? `This browser gives no page the ${device}. Use another browser, or choose a file.`
      : `A browser gives the ${device} only to pages that come over HTTPS. Open this page at an https: address, or choose a file.`;
    throw new DeviceError(message);
  }
  try {
    return await navigator.mediaDevices.getUserMedia(wanted);
  } catch (error) {
    throw new DeviceError(wordsFor(error, device), { cause: error });
  }
}

/** Lets go of the microphone or camera; its light goes out. */
export function closeDevice(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Why a device cannot be had, and the remedy. https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
function wordsFor(error: unknown, device: Device): string {
  const name = error instanceof DOMException ? error.name : "";
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return isDeniedByFrame(device)
        ? `The page around this demo does not allow the ${device}: its iframe needs allow="microphone; camera". Open the demo on a page of its own.`
        : `The ${device} is not allowed here. Allow it in the browser's settings for this site, then press again.`;
    case "NotFoundError":
    case "OverconstrainedError":
      return `No ${device} was found. Connect one and press again.`;
    case "NotReadableError":
    case "AbortError":
      return `The ${device} cannot be read. Another program may be using it; close that one and press again.`;
    default:
      return `The ${device} cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
  }
}

interface FeaturePolicy {
  allowsFeature(feature: string): boolean;
}

/** Browsers that do not tell of a frame's permissions still refuse it: then being framed says enough. */
function isDeniedByFrame(device: Device): boolean {
  const { featurePolicy } = document as Document & { featurePolicy?: FeaturePolicy };
  if (featurePolicy) return !featurePolicy.allowsFeature(device);
  return window.top !== window.self;
}
