import { fieldExamples } from './field-examples.ts';
import { frontmatterSchema } from './frontmatter.ts';
import { frontmatterJsonSchema, type JsonSchema } from './frontmatter-json-schema.ts';

/**
 * The table of the fields of a text as the guide for those who write has it, in the order of the schema.
 * @param source the text of `frontmatter.ts`: the comment above each field is what it does
 */
export function fieldTable(source: string): string {
  const { properties = {}, required = [] } = frontmatterJsonSchema(source);
  const rows = frontmatterSchema.keyof().options.map((name) => {
    const field = properties[name] ?? {};
    const sentences = [field.description, ...(required.includes(name) ? ['Needed.'] : []), ...limits(field)];
    return `| \`${name}\` | ${cell(sentences.join(' '))} | ${cell(`\`${fieldExamples[name]}\``)} |`;
  });
  return ['| Field | What it does | Example |', '| --- | --- | --- |', ...rows].join('\n');
}

/** What a value may be, where the schema says it. */
function limits({ enum: choices, default: usual, maxLength }: JsonSchema): string[] {
  const most = maxLength === undefined ? [] : [`At most ${maxLength} characters.`];
  if (!choices) return most;
  const without = typeof usual === 'string' ? `; without it \`${usual}\`` : '';
  return [...most, `One of ${choices.map((one) => `\`${one}\``).join(', ')}${without}.`];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
