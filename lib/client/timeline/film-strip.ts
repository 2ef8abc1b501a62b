/**
 * Which steps of many have a picture in a strip with room for some. While steps are still to come each
 * second one of those before goes when there are too many, so that what is shown seldom changes; of a
 * run that is over the strip is filled, from the first step to the last.
 *
 * @returns places among the steps, in order
 * @example filmStrip(5, { room: 3, over: true }) // [0, 2, 4]
 */
export function filmStrip(
  count: number,
  { room, over }: { room: number; over: boolean },
): number[] {
  if (room < 1) return [];
  if (count <= room) return Array.from({ length: count }, (_, place) => place);
  if (over) {
    if (room === 1) return [count - 1];
    return Array.from({ length: room }, (_, at) => Math.round((at * (count - 1)) / (room - 1)));
  }
  let stride = 1;
  while (Math.ceil(count / stride) > room) stride *= 2;
  return Array.from({ length: Math.ceil(count / stride) }, (_, at) => at * stride);
}
