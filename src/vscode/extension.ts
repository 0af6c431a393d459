/** Called by VS Code when a Markdown file is first opened. */
export function activate(): void {}
