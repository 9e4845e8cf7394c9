/** The address of the same database for the product's own account, `weft_app`. */
export function withAppRole(ownerUrl, password) {
  const url = new URL(ownerUrl)
  url.username = 'weft_app'
  url.password = password
  return url.href
}
