# Adjusted p-values: R's own p.adjust. The lists have ties, zeros, ones and gaps (missing ones do not count).
library(jsonlite)
set.seed(20240611)
names <- c(bonferroni = "bonferroni", holm = "holm", hommel = "hommel", benjaminiHochberg = "BH", benjaminiYekutieli = "BY")
draw <- function(i) {
  m <- c(1, 2, 3, 5, 8, 12, 20, 40)[(i %% 8) + 1]
  p <- switch((i %% 5) + 1, runif(m), rbeta(m, 0.3, 3), round(runif(m), 1), 10^(-runif(m, 0, 300)), pmin(1, runif(m)^4))
  if (i %% 7 == 0) p[sample(m, 1)] <- 0
  if (i %% 6 == 0) p[sample(m, 1)] <- NA
  p
}
cases <- list()
for (i in 1:40) {
  p <- draw(i)
  for (of in names(names)) {
    adjusted <- p.adjust(p, names[[of]])
    cases[[length(cases) + 1]] <- list(of = of, given = as.list(p), expected = as.list(adjusted), within = 1e-12)
  }
}
clean <- rapply(cases, function(x) if (length(x) == 1 && is.na(x)) NULL else x, how = "replace")
cat(toJSON(list(madeBy = list(R = paste(R.version$major, R.version$minor, sep = ".")), cases = clean), auto_unbox = TRUE, digits = I(17), null = "null"))
