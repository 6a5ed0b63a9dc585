import type {
  MdxJsxAttribute,
  MdxJsxAttributeValueExpression,
  MdxJsxExpressionAttribute,
  MdxJsxFlowElement,
  MdxJsxFlowElementHast,
  MdxJsxTextElement,
  MdxJsxTextElementHast,
} from 'mdast-util-mdx-jsx';

/** A component or an element in JSX in a text, in either kind of tree. */
export type JsxElement =
  | MdxJsxFlowElement
  | MdxJsxTextElement
  | MdxJsxFlowElementHast
  | MdxJsxTextElementHast;

/** An expression in braces with the program that the parser made of it. */
interface Expression {
  data?: { estree?: { body: readonly unknown[] } | null | undefined } | undefined;
}

/** An attribute whose value is known without running code; undefined where it is missing or is computed. */
export function attributeOf(element: JsxElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    const value = literalValue(attribute);
    return typeof value === 'string' ? value : undefined;
  }
  return undefined;
}

/** The value of an attribute: `true` for one without a value, undefined for one that only running code can compute. */
export function literalValue(
  attribute: MdxJsxAttribute | MdxJsxExpressionAttribute,
): string | number | boolean | undefined {
  if (attribute.type !== 'mdxJsxAttribute') return undefined;
  const { value } = attribute;
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value : literalOf(value);
}

/** The value of an expression that is a plain text, number or boolean; undefined for any other. */
export function literalOf(
  expression: Expression | MdxJsxAttributeValueExpression,
): string | number | boolean | undefined {
  const statement = expression.data?.estree?.body[0];
  if (!isNode(statement) || !('expression' in statement) || !isNode(statement.expression)) return undefined;
  const node = statement.expression;
  if (node.type === 'Literal' && 'value' in node) {
    const { value } = node;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : undefined;
  }
  if (node.type !== 'TemplateLiteral' || !('quasis' in node) || !Array.isArray(node.quasis)) return undefined;
  return node.quasis.length === 1 ? String(node.quasis[0].value.cooked) : undefined;
}

/** True for braces that hold only a comment. */
export function isComment(expression: Expression): boolean {
  return expression.data?.estree?.body.length === 0;
}

function isNode(value: unknown): value is { type: string } {
  return typeof value === 'object' && value !== null && 'type' in value;
}
