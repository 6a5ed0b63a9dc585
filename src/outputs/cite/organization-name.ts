/** Words that stand in names of organisations and hardly ever in names of persons, in the languages of the interface. */
const kinds = new Set(
  (
    'academy administration agency alliance archive archives association authority bank board bureau center centre ' +
    'coalition collective college commission committee company consortium corporation council department ' +
    'directorate editors editorial federation forum foundation fund government group inc initiative institute ' +
    'institution laboratory laboratories lab labs league library ltd llc ministry museum nations network news ' +
    'observatory office organisation organization parliament press program programme project research school ' +
    'secretariat service services society staff studio team trust union university ' +
    'akademie amt bank behörde bibliothek bund bundesamt gesellschaft gmbh institut kommission ministerium museum ' +
    'redaktion rat stiftung universität verband verein verlag zentrum ' +
    'académie agence assemblée bibliothèque comité conseil fondation gouvernement ministère musée organisation ' +
    'rédaction société université ' +
    'academia agencia asociación biblioteca comisión comité consejo fundación gobierno instituto ministerio museo ' +
    'redacción sociedad universidad'
  ).split(' '),
);

/**
 * Whether a name is plainly that of an organisation: by the kind of thing that it names (`Commission`), or by an
 * abbreviation of three capitals or more beside other words (`BBC News`).
 */
export function isOrganization(name: string): boolean {
  const words = name.split(/[\s,]+/).filter((word) => word !== '');
  if (words.some((word) => kinds.has(word.toLowerCase().replace(/\.$/, '')))) return true;
  const isAbbreviation = (word: string) => /^\p{Lu}{3,}$/u.test(word) && !/^[IVX]+$/.test(word);
  return words.some(isAbbreviation) && !words.every((word) => word === word.toUpperCase());
}
