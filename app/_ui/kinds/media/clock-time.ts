/** A position in sound or video: `0:07`, `12:00`, `1:00:00`. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(Math.max(0, seconds) + 1e-6);
  const two = (number: number) => `${number}`.padStart(2, "0");
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
