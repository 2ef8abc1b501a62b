export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 26 26" fill="none">
      <path d="M5 6.5v13l10-6.5z" fill="var(--accent)" />
      <path
        d="M17 8.2a6.8 6.8 0 0 1 0 9.6M19.8 5.2a11 11 0 0 1 0 15.6"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
