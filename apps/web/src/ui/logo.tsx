/** The mark of the product. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden>
      <rect width="22" height="22" rx="6" fill="var(--rp-primary)" />
      <path
        d="M6 14c2-4.5 4-6.5 5-6.5s1.6 1 1 2.5-.4 2.5.8 2.5S15 11.500 16 10"
        fill="none"
        stroke="var(--rp-on-primary)"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
    </svg>
  )
}
