package sightline.domain.lifecycle;

import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minorUnits such as cents, from 0; the currency says how many of them make one
 * @param currency ISO 4217 code
 */
public record Money(long minorUnits, String currency) {
  /**
   * @throws IllegalArgumentException where it is negative, or there is no such currency
   */
  public Money {
    if (minorUnits < 0 || Currency.getInstance(currency).getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException("%s %s is no money".formatted(minorUnits, currency));
    }
  }

  /** In whole units of the currency, such as dollars. */
  public double amount() {
    return minorUnits / Math.pow(10, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
