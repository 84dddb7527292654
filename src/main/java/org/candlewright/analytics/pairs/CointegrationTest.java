package org.candlewright.analytics.pairs;

/**
 * Engle and Granger's test in one orientation: dependent = intercept + hedge ratio × independent.
 *
 * @param statistic augmented Dickey-Fuller statistic of the residuals
 * @param lag lagged differences in it
 * @param pValue MacKinnon's probability of such a statistic without cointegration
 */
public record CointegrationTest(
    double hedgeRatio, double intercept, double statistic, int lag, double pValue) {}
