const paths = {
  check: "m3 8.5 3.5 3.5L13 4.5",
  close: "m4 4 8 8M12 4l-8 8",
  copy: "M5.75 5.75V3.5a1 1 0 0 1 1-1h5.75a1 1 0 0 1 1 1v5.75a1 1 0 0 1-1 1h-2.25M3.5 5.75h5.75a1 1 0 0 1 1 1v5.75a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V6.75a1 1 0 0 1 1-1z",
  down: "M8 3v9.5M3.75 8.5 8 12.75l4.25-4.25",
  expand: "M9.5 2.75h3.75V6.5M6.5 13.25H2.75V9.5M13 3 9.25 6.75M3 13l3.75-3.75",
  loud: "M2.5 6.25v3.5h2.25L8 12.5v-9L4.75 6.25zM10.5 6a3 3 0 0 1 0 4M12.25 4.25a5.5 5.5 0 0 1 0 7.5",
  minus: "M3.5 8h9",
  muted: "M2.5 6.25v3.5h2.25L8 12.5v-9L4.75 6.25zM10.75 6.25l3.5 3.5M14.25 6.25l-3.5 3.5",
  next: "m6 3.5 4.5 4.5L6 12.5",
  open: "M5.5 3.5h7v7M12.25 3.75 3.75 12.25",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  play: "M5 3.25v9.5L12.75 8z",
  plus: "M3.5 8h9M8 3.5v9",
  updown: "m5 6.25 3-3 3 3M5 9.75l3 3 3-3",
  wrap: "M2.5 4h11M2.5 8h8.75a2.25 2.25 0 0 1 0 4.5H8.5M10 10.5l-2 2 2 2M2.5 12.5h2.5",
} as const;

/** A drawing of one line; what it means, the control around it says. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
