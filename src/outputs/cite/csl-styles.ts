/**
 * Three styles in the Citation Style Language, for what this site has to cite and nothing else: pages with a day and an
 * address, with or without authors. They are ours, because the official files are under a licence of their own (CC BY-SA)
 * and for every kind of work: a line in the official APA style takes eight times as long as in this one.
 */
export const cslStyles = {
  /** Publication Manual of the APA, 7th edition, 10.16: webpages. A title comes first where there is no author. */
  apa: style(
    'APA',
    '<name name-as-sort-order="all" initialize-with=". " and="symbol" delimiter-precedes-last="always" et-al-min="21" et-al-use-first="19" et-al-use-last="true"/>',
    `<group delimiter=". ">
      <choose>
        <if variable="author"><text macro="author"/></if>
        <else><text variable="title"/></else>
      </choose>
      <date variable="issued" prefix="(" suffix=")">
        <date-part name="year"/>
        <date-part name="month" prefix=", "/>
        <date-part name="day" prefix=" "/>
      </date>
      <choose><if variable="author"><text variable="title"/></if></choose>
      <text variable="container-title"/>
      <text variable="URL"/>
    </group>`,
    { end: '', particles: 'never' },
  ),
  /** The Chicago Manual of Style, 18th edition, bibliography: 14.104, pages of a website. */
  chicago: style(
    'Chicago',
    '<name name-as-sort-order="first" and="text" delimiter-precedes-last="always" et-al-min="7" et-al-use-first="3"/>',
    `<group delimiter=". ">
      <text macro="author"/>
      <text variable="title" quotes="true"/>
      <text variable="container-title"/>
      <text variable="publisher"/>
      <date variable="issued" form="text"/>
      <text variable="URL"/>
    </group>`,
  ),
  /** The MLA Handbook, 9th edition, list of works cited: containers, commas between what belongs to one. */
  mla: style(
    'MLA',
    '<name name-as-sort-order="first" and="text" delimiter-precedes-last="always" et-al-min="3" et-al-use-first="1"/>',
    `<group delimiter=". ">
      <text macro="author"/>
      <text variable="title" quotes="true"/>
      <group delimiter=", ">
        <text variable="container-title"/>
        <text variable="publisher"/>
        <date variable="issued">
          <date-part name="day" suffix=" "/>
          <date-part name="month" form="short" suffix=" "/>
          <date-part name="year"/>
        </date>
        <text variable="URL"/>
      </group>
    </group>`,
    { end: '.', particles: 'never' },
  ),
} as const;

/** @param particles whether a particle comes after the given names (`Berg, J. van der`), as CSL has it */
function style(
  name: string,
  names: string,
  layout: string,
  { end, particles } = { end: '.', particles: 'display-and-sort' },
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US" demote-non-dropping-particle="${particles}">
  <info><title>${name}</title><id>${name}</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <macro name="author"><names variable="author">${names}</names></macro>
  <citation><layout><text macro="author"/></layout></citation>
  <bibliography><layout suffix="${end}">${layout}</layout></bibliography>
</style>`;
}
