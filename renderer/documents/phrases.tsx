/** Parts of a line with a dot between them; the line breaks between parts only, and no line starts or ends with a dot. */
export function Phrases({ parts, className }: { parts: readonly (string | null | undefined)[]; className: string }) {
  const present = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return (
    <p className={`document-phrases ${className}`}>
      {present.map((part, index) => (
        <span key={index}>
          <i aria-hidden="true">·</i>
          {part}
        </span>
      ))}
    </p>
  );
}
