/**
 * A name as a part of an address: small letters, figures and hyphens. Letters of all scripts stay; accents on Latin
 * letters go. Names that differ only in what is left out have the same address.
 */
export function nameInAddress(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || '-';
}
