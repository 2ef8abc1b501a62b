/** A small copy of a picture, or its name. */
export function Thumbnail({ name, address }: { name: string; address: string | undefined }) {
  const room = "hairline size-16 rounded-part bg-sunk";
  if (!address) {
    return (
      <span className={`${room} grid place-items-center p-1 text-center text-fine text-muted`}>
        <span className="line-clamp-3 [overflow-wrap:anywhere]">{name}</span>
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: it is here already.
    <img src={address} alt={name} title={name} className={`${room} object-cover`} />
  );
}
