/**
 * Chicago and MLA in the Citation Style Language, for what this site has to cite and nothing else: pages with a day and an
 * address, with or without authors. APA comes with Citation.js. They are ours, because the official files are for every
 * kind of work, and under a licence of their own (CC BY-SA).
 */
export const cslStyles = {
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
  ),
} as const;

function style(name: string, names: string, layout: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>${name}</title><id>${name}</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <macro name="author"><names variable="author">${names}</names></macro>
  <citation><layout><text macro="author"/></layout></citation>
  <bibliography><layout suffix=".">${layout}</layout></bibliography>
</style>`;
}
