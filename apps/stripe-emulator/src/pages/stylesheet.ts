/** Shared by all hosted pages. Kept as text so that it needs no file beside the built code. */
export const stylesheet = `
:root { --ink: #1c2230; --quiet: #5b6473; --line: #d5dae3; --ground: #f4f5f8; --accent: #4338ca; --bad: #b42318; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
.notice { margin: 0; padding: 0.5rem 1rem; background: #fff4d6; border-bottom: 1px solid #e8d28a; color: #5c4300; font-size: 0.875rem; text-align: center; }
main { width: min(100% - 2rem, 27rem); margin: 2rem auto 4rem; padding: 1.75rem; background: #fff; border: 1px solid var(--line); border-radius: 0.75rem; }
h1 { margin: 0 0 0.25rem; font-size: 1.35rem; line-height: 1.3; }
p { margin: 0 0 1rem; }
.quiet { color: var(--quiet); }
.total { margin: 0 0 1rem; font-size: 2rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.error { padding: 0.75rem 1rem; border: 1px solid var(--bad); border-radius: 0.5rem; color: var(--bad); background: #fef3f2; }
label, legend { display: block; margin: 0 0 0.25rem; font-weight: 600; font-size: 0.9375rem; }
input:not([type='radio']), select { width: 100%; padding: 0.7rem 0.8rem; margin: 0 0 1rem; border: 1px solid #8a93a3; border-radius: 0.5rem; background: #fff; color: inherit; font: inherit; font-variant-numeric: tabular-nums; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; }
.choice { display: flex; gap: 0.6rem; align-items: flex-start; padding: 0.7rem 0.8rem; margin: 0 0 0.5rem; border: 1px solid var(--line); border-radius: 0.5rem; font-weight: 400; }
.choice input { margin: 0.3rem 0 0; }
button, .button { display: block; width: 100%; min-height: 2.9rem; padding: 0.7rem 1rem; margin: 0 0 0.6rem; border: 1px solid transparent; border-radius: 0.5rem; background: var(--accent); color: #fff; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
.second { background: #fff; border-color: #8a93a3; color: var(--ink); }
:focus-visible { outline: 3px solid #a5b4fc; outline-offset: 2px; }
a { color: var(--accent); }
details { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: 1rem; font-size: 0.9375rem; }
summary { cursor: pointer; }
table { width: 100%; border-collapse: collapse; margin: 0 0 1rem; font-size: 0.9375rem; }
td, th { padding: 0.35rem 0; border-bottom: 1px solid var(--line); text-align: left; }
td:last-child, th:last-child { text-align: right; font-variant-numeric: tabular-nums; }
`;
