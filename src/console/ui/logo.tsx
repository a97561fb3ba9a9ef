/** The logo of the product. */
interface LogoProps {
  /** In pixels. */
  readonly size?: number;
}

export function Logo({ size = 26 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#2f3fb5" />
      <path d="M9 8v13.5A2.5 2.5 0 0 0 11.5 24H23" fill="none" stroke="#fff" strokeWidth="3.4" strokeLinecap="round" />
      <circle cx="20" cy="12.5" r="4.2" fill="#8fe3c0" />
    </svg>
  );
}
