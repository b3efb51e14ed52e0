// Before the first paint: the theme that was chosen last, so that nobody sees the other one flash.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is shut: the system's theme it is.
}
