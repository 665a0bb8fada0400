/** The mark: a backdrop's arch, the product before it. Takes the text's colour. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" fill="none" className={className}>
      <path d="M4 20V11a8 8 0 0 1 16 0v9" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path d="M2.5 20h19" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <rect x="9" y="10.5" width="6" height="7" rx="1.6" className="fill-subject" />
      <rect x="10.5" y="7.5" width="3" height="2" rx="0.6" className="fill-subject" />
    </svg>
  );
}
