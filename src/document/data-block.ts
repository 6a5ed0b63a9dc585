/**
 * Data as JSON that can stand in a `<script>`: nothing in it ends the element, begins a comment or is a line break to a
 * script, whatever a title says.
 */
export function dataBlock(data: object): string {
  return JSON.stringify(data).replaceAll(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
