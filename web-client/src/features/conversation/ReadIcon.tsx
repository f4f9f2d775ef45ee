/** A tick cut out of a filled disc: read, told from delivered by shape and not by colour alone. */
export function ReadIcon({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Zm-.9 15.6 7.2-7.6-1.7-1.6-5.5 5.8-3.3-3.3-1.7 1.7 5 5Z"
      />
    </svg>
  );
}
