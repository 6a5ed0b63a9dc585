/** Names by which writers call the languages of code, in lower case: those that no word of a sentence is likely to be. */
export const codeLanguages: ReadonlySet<string> = new Set(
  `asm astro awk bash bat c c++ c# clj clojure cmake cpp cs csharp css csv dart diff dockerfile elixir elm erb erlang
  ex exs f# fish fsharp glsl golang gql graphql groovy haskell hbs hcl hs html http ini java javascript js json json5
  jsonc jsx julia kotlin kt kts latex less liquid lisp lua makefile markdown matlab md mdx mermaid mjs nginx nim nix
  objc objective-c objectivec ocaml pascal perl php pl plaintext powershell prolog protobuf ps1 py python r rb
  rescript rs rst ruby rust sass scala scheme scss sh shell shellscript sql svelte svg swift tcl terraform tex text tf
  toml ts tsx txt typescript vb vim viml vue wasm wat xml yaml yml zig zsh`.split(/\s+/),
);
